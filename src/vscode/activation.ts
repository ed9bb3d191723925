import * as vscode from 'vscode';
import type { PressmarkApi } from './api';
import { createSidecarStore } from './annotation/createSidecarStore';
import { AnnotatedReleases } from './annotation/annotatedReleases';
import { Author } from './annotation/author';
import { CodePicker } from './annotation/codePicker';
import { CorpusTagging } from './annotation/corpusTagging';
import { RecentCodes } from './annotation/recentCodes';
import { ShownPassages } from './annotation/shownPassages';
import { Tagging } from './annotation/tagging';
import { builtinGazetteer } from './corpus/builtinGazetteer';
import { CodebookChanges } from './corpus/codebookChanges';
import { Corpora } from './corpus/corpora';
import { CorpusIndexes } from './corpus/corpusIndexes';
import { CorpusCounts } from './corpus/corpusCounts';
import { registerBulkCommands } from './features/bulkCommands';
import { createApi } from './editorApi';
import { registerAnnotationsView } from './features/annotationsView';
import { registerCodeCommands } from './features/codeCommands';
import { registerCodeCorpusCommands } from './features/codeCorpusCommands';
import { registerCodebookCommands } from './features/codebookCommands';
import { registerCodingMode } from './features/codingMode';
import { registerCorpusPages } from './features/corpusPages';
import { registerCorpusProblems } from './features/corpusProblems';
import { registerCorpusYaml } from './features/corpusYaml/registerCorpusYaml';
import { registerDetection } from './features/detection';
import { registerDocumentLinks } from './features/documentLinks';
import { registerReleaseRename } from './features/releaseRename';
import { registerCorpusSymbols } from './features/corpusSymbols';
import { registerEntitiesView } from './features/entitiesView';
import { registerEntityNavigation } from './features/entityNavigation';
import { registerEntityHover } from './features/entityHover';
import { registerExportCommand } from './features/exportCommand';
import { registerFlash } from './features/flash';
import { registerImportCommand } from './features/importCommand';
import { registerMergeMarkers } from './features/mergeMarkers';
import { registerMentionNavigation } from './features/mentionNavigation';
import { registerOpenPlace } from './features/openPlace';
import { registerOutline } from './features/outline';
import { registerPassages } from './features/passages';
import { registerReshapeCommands } from './features/reshapeCommands';
import { registerSemanticTokens } from './features/semanticTokens';
import { registerRecovery } from './features/recovery';
import { registerReleaseCopies } from './features/releaseCopies';
import { registerReleaseFiles } from './features/releaseFiles';
import { registerSelectionRanges } from './features/selectionRanges';
import { registerShowOnly } from './features/showOnly';
import { registerSidecarFixes } from './features/sidecarFixes';
import { registerSidecarProblems } from './features/sidecarProblems';
import { registerStatusBar } from './features/statusBar';
import { registerStrayedReleases } from './features/strayedReleases';
import { registerSuggestEntities } from './features/suggestEntities';
import { registerTagEveryOccurrence } from './features/tagEveryOccurrence';
import { registerTaggingCommands } from './features/taggingCommands';
import { registerTasks } from './features/tasks';
import { registerTeachingCommands } from './features/teachingCommands';
import { registerUncertainMentions } from './features/uncertainMentions';
import { registerUnitNavigation } from './features/unitNavigation';
import { registerUnreadableReleases } from './features/unreadableReleases';
import { registerPanel } from './panel/registerPanel';
import { SidecarChecks } from './problems/sidecarChecks';
import { Releases } from './release/releases';
import type { Services } from './services';
import type { Views } from './start/views';
import { registerWarmKeys } from './support/keyCommand';
import { Log } from './support/log';
import { Teaching } from './teaching/teaching';

/**
 * Starts Pressmark: what is shared first, then every feature. Everything is undone when the extension is. This is loaded when
 * there is something to do; see startWhenNeeded.
 *
 * @param views those that VS Code may have asked for before
 */
export function start(context: vscode.ExtensionContext, views: Views, services: Services): PressmarkApi {
  const { extensionUri } = context;
  const log = new Log();
  const corpora = new Corpora(builtinGazetteer(extensionUri, log), log);
  const store = createSidecarStore(services);
  const annotations = new AnnotatedReleases(corpora, services, store, log);
  const releases = new Releases(corpora, annotations);
  const indexes = new CorpusIndexes(corpora, services, log);
  const author = new Author(services);
  const recent = new RecentCodes(context.workspaceState);
  const tagging = new Tagging(annotations, corpora, author, recent);
  const picker = new CodePicker(corpora, recent, services);
  const shown = new ShownPassages(context.workspaceState);
  const counts = new CorpusCounts(corpora);
  const codebookChanges = new CodebookChanges();
  const corpusTagging = new CorpusTagging(annotations, corpora, author, store);
  const checks = new SidecarChecks(corpora, annotations);
  const teaching = new Teaching(releases, annotations, author, tagging);

  const api = createApi(releases, annotations);

  registerTasks(views.tasks, corpora, annotations, tagging, indexes, services);
  context.subscriptions.push(
    api,
    log,
    corpora,
    releases,
    annotations,
    indexes,
    tagging,
    shown,
    checks,
    counts,
    registerDetection(corpora, log),
    registerSemanticTokens(releases, shown),
    registerUncertainMentions(releases, shown, log),
    registerEntityHover(releases, indexes),
    registerMentionNavigation(releases, log),
    registerOpenPlace(log),
    registerEntityNavigation(releases, annotations, indexes),
    registerDocumentLinks(),
    registerReleaseRename(releases, annotations, corpora),
    registerCorpusSymbols(indexes),
    registerEntitiesView(views.entities, indexes, log),
    registerOutline(releases, annotations),
    registerAnnotationsView(
      views.annotations,
      indexes,
      annotations,
      tagging,
      picker,
      context.workspaceState,
      log,
    ),
    registerCorpusPages(views.pages, extensionUri, releases, corpora, indexes, log),
    registerPassages(annotations, corpora, shown, log),
    registerFlash(tagging),
    registerUnitNavigation(tagging, log),
    registerReshapeCommands(tagging, corpora, log),
    registerCodingMode(tagging, log),
    registerShowOnly(shown, tagging, corpora, log),
    registerTagEveryOccurrence(tagging, annotations, corpora, picker, corpusTagging, log),
    registerTaggingCommands(tagging, annotations, corpora, picker, log),
    registerBulkCommands(tagging, corpora, picker, log),
    registerTeachingCommands(teaching, releases, log),
    registerSuggestEntities(corpora, indexes, tagging, log),
    registerCodebookCommands(extensionUri, corpora, log),
    registerCodeCommands(corpora, codebookChanges, tagging, log),
    registerCodeCorpusCommands(corpora, codebookChanges, tagging, log),
    registerPanel({ view: views.panel, extensionUri, annotations, releases, corpora, indexes, tagging, log }),
    registerCorpusYaml(corpora, annotations, counts, indexes),
    registerExportCommand(corpora, annotations, tagging, services, log),
    registerImportCommand(corpora, store, annotations, tagging, author, services, log),
    registerCorpusProblems(corpora, log),
    registerSelectionRanges(releases),
    registerSidecarProblems(checks, annotations, corpora, log),
    registerSidecarFixes(checks, annotations, corpora, picker, services, log),
    registerMergeMarkers(checks, services, log),
    registerStrayedReleases(annotations, corpora, store, checks, log),
    registerUnreadableReleases(log),
    registerReleaseFiles(corpora, store, log),
    registerReleaseCopies(corpora, store, log),
    registerRecovery(store, annotations, log),
    registerStatusBar(annotations, tagging, log),
    registerWarmKeys(log),
    vscode.commands.registerCommand('pressmark.showLog', () => log.show()),
  );
  return api;
}
