import type { CorpusView } from '../../core/corpus/corpusView';
import type { ArrangedLines, Line, LineHost } from '../../core/corpus/lines/lineList';
import { LineList } from '../../core/corpus/lines/lineList';
import { listedOrdering } from '../../core/corpus/lines/lineOrder';
import type { PageArrangement, PageLine, PageTopic } from '../../shared/pageProtocol';

/** A keyword that is a whole passage is shown by its beginning. */
const longestKeyword = 200;

/** The lines of a page in its arrangement; each time they change they get another revision. */
export class PageLines {
  /** 0 before they are arranged. */
  revision = 0;
  private arranged: ArrangedLines = { lines: listedOrdering([]), left: 0 };

  private constructor(
    readonly view: CorpusView,
    readonly list: LineList,
  ) {}

  /**
   * Gathers the lines of a topic.
   *
   * @param before the same of an earlier view: spares reading again
   * @param grown gets what there is so far, where gathering takes
   */
  static async of(
    view: CorpusView,
    topic: PageTopic,
    host: LineHost,
    before: PageLines | undefined,
    grown: (soFar: PageLines) => Promise<void>,
  ): Promise<PageLines> {
    const list = await LineList.of(view, topic, host, {
      before: before?.list,
      grown: (soFar) => grown(new PageLines(view, soFar)),
    });
    return new PageLines(view, list);
  }

  get total(): number {
    return this.arranged.lines.length;
  }

  get left(): number {
    return this.arranged.left;
  }

  async arrange(arrangement: PageArrangement, revision: number): Promise<void> {
    this.arranged = await this.list.arrange(arrangement);
    this.revision = revision;
  }

  /** Some lines of the arrangement, from a row on. */
  async lines(from: number, count: number): Promise<readonly Line[]> {
    return this.list.at(this.arranged.lines.slice(Math.max(0, from), count));
  }

  async window(from: number, count: number): Promise<PageLine[]> {
    const lines = await this.lines(from, count);
    return lines.map(({ place, line }, i) => {
      const { path, title, date } = place.release;
      return {
        row: Math.max(0, from) + i,
        path,
        title: title ?? path.slice(path.lastIndexOf('/') + 1),
        ...(date === undefined ? {} : { date }),
        line: lineOf(this.view.lineStarts(place.release), place.start),
        before: line.before,
        keyword: shortened(line.keyword),
        after: line.after,
        certain: place.certain,
      };
    });
  }
}

function shortened(keyword: string): string {
  return keyword.length <= longestKeyword ? keyword : `${keyword.slice(0, longestKeyword)} …`;
}

/** The one-based line of an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
