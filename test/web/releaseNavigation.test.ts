// Definition, references, highlights, symbols, links, cards and F2 in a browser's extension host, by the same tests as in that of Node.
import '../host/releaseNavigation.test';
