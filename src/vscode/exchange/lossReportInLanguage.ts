import { l10n } from 'vscode';
import type { LossReport } from '../../core/formats/lossReport';
import { formatLossReport } from '../../core/formats/lossReport';

/** The report as lines, in the language of the interface. */
export function lossReportInLanguage(report: LossReport): string {
  return formatLossReport(report, (pattern) => l10n.t(pattern));
}
