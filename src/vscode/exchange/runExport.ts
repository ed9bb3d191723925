import type * as vscode from 'vscode';
import { readCodebook } from '../../core/annotation/codebookFile';
import { exportCorpus } from '../../core/formats/exportCorpus';
import type { Survey } from '../../core/formats/survey';
import { surveyCorpus } from '../../core/formats/survey';
import type { Unheld } from '../../core/formats/unheld';
import { unheldOfCodebook } from '../../core/formats/unheld';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { fileName, readText } from '../support/textFiles';
import type { Services } from '../services';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import { exportOfCorpus } from './exportOfCorpus';
import type { ExportRequest } from './exportRequest';
import { writeChunks } from './writeChunks';

/** Exports releases of a corpus as a request says: look through them first, then write. `step` may throw to cancel. */
export class ExportRun {
  private unheld: readonly Unheld[] = [];

  constructor(
    private readonly corpus: Corpus,
    private readonly request: ExportRequest,
    private readonly releases: readonly ReleaseOfCorpus[],
    private readonly open: AnnotatedReleases,
  ) {}

  /** What there is, and what the format cannot hold of it. */
  async survey(step: () => void): Promise<Survey> {
    const { codebookUri } = this.corpus;
    const codebook = await readText(codebookUri);
    this.unheld =
      codebook === undefined ? [] : unheldOfCodebook(readCodebook(codebook), fileName(codebookUri));
    return surveyCorpus(this.request.format, this.source(), step);
  }

  write(
    survey: Survey,
    folder: vscode.Uri,
    services: Services,
    step: () => void,
  ): Promise<readonly vscode.Uri[]> {
    const { format, manner } = this.request;
    const own = this.ownFiles();
    const chunks = exportCorpus(format, this.source(), survey, manner, step);
    return writeChunks(folder, chunks, (uri) => own.has(uri.toString()), services);
  }

  private source(): ReturnType<typeof exportOfCorpus> {
    return exportOfCorpus(this.corpus, this.releases, this.request.selection, this.open, this.unheld);
  }

  /** What an export never replaces: the releases, their sidecars, and the corpus's own files. */
  private ownFiles(): ReadonlySet<string> {
    const { corpus, releases } = this;
    const uris = releases.flatMap(({ uri }) => [uri, sidecarUri(uri, corpus)]);
    return new Set([corpus.codebookUri, ...corpus.gazetteerUris, ...uris].map((uri) => uri.toString()));
  }
}
