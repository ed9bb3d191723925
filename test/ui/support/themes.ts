import type { Page } from 'playwright-core';
import { pick, runCommand } from './palette';

const themes = {
  light: { id: 'Default Light Modern', label: 'Light Modern', type: 'vs' },
  dark: { id: 'Default Dark Modern', label: 'Dark Modern', type: 'vs-dark' },
  highContrast: { id: 'Default High Contrast', label: 'Dark High Contrast', type: 'hc-black' },
  highContrastLight: { id: 'Default High Contrast Light', label: 'Light High Contrast', type: 'hc-light' },
} as const;

/** The colour themes of VS Code itself. */
export type Theme = keyof typeof themes;

/** @returns the user setting that chooses the theme */
export function themeSetting(theme: Theme): Readonly<Record<string, string>> {
  return { 'workbench.colorTheme': themes[theme].id };
}

/** Chooses another theme, as a person does. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await pick(page, themes[theme].label, themes[theme].label);
  await themeShown(page, theme);
}

/** Waits until the workbench is drawn in a theme. */
export async function themeShown(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench.${themes[theme].type}`).waitFor();
}
