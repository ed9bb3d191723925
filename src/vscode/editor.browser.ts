import type * as vscode from 'vscode';
import { start } from './activation';
import type { PressmarkApi } from './api';
import { lockName } from './browser/locks';
import { browserRecovery } from './browser/recovery';
import { slicedIndexing } from './corpus/slicedIndexing';
import type { Views } from './start/views';

/** Starts Pressmark in a browser: no git, and files are written as the workspace's file system writes them. */
export function startEditor(context: vscode.ExtensionContext, views: Views): PressmarkApi {
  return start(context, views, {
    gitUserName: () => Promise.resolve(undefined),
    committedText: () => Promise.resolve(undefined),
    mergeBase: () => Promise.resolve(undefined),
    replaceFile: undefined,
    appendFile: undefined,
    disk: undefined,
    lockName: lockName(),
    recovery: browserRecovery(context.globalStorageUri),
    indexing: slicedIndexing,
  });
}
