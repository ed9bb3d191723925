import type { Page } from 'playwright-core';

/**
 * Has VS Code store what is open, and waits until it lies in the browser's database. It does so now and then, and when its window loses the
 * focus: a page that is left at once would open with the tabs of a minute ago.
 */
export async function stateStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const hasFocus = document.hasFocus.bind(document);
    document.hasFocus = () => false;
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 500)); // its parts are asked what is to be stored
    document.hasFocus = hasFocus;
    const stores = (await indexedDB.databases()).filter(({ name }) =>
      name?.startsWith('vscode-web-state-db'),
    );
    await Promise.all(stores.map(({ name }) => writesDone(name!)));

    /** Writes of a database are done in their order, so an own one is done when those before it are. */
    function writesDone(name: string): Promise<void> {
      return new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error(`${name} can't be opened`));
        opening.onsuccess = () => {
          const database = opening.result;
          const tables = [...database.objectStoreNames];
          const finish = (): void => {
            database.close();
            resolve();
          };
          if (tables.length === 0) return finish();
          database.transaction(tables, 'readwrite').oncomplete = finish;
        };
      });
    }
  });
}
