import ts from 'typescript';

/** One small thing said wrongly. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

const swapped: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/**
 * A module with every mutant in it, each asleep until `globalThis.__mutant` is its id. What runs once, when the module is
 * loaded, is left as it is.
 */
export function withMutants(
  file: string,
  source: string,
  firstId: number,
): { readonly code: string; readonly mutants: readonly Mutant[] } {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];

  const wrongly = (node: ts.Node): string | undefined => {
    if (ts.isBinaryExpression(node)) {
      const operator = swapped.get(node.operatorToken.kind);
      return operator && `${node.left.getText()} ${operator} ${node.right.getText()}`;
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      return node.operand.getText();
    if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false';
    if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true';
    if (ts.isNumericLiteral(node)) return `${node.getText()} + 1`;
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      const other = called === 'Math.min' ? 'Math.max' : called === 'Math.max' ? 'Math.min' : undefined;
      return other && other + node.getText().slice(called.length);
    }
    return undefined;
  };

  /** The text of a node, its own mutants and those within it included. */
  const render = (node: ts.Node, inFunction: boolean): string => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return node.getText();
    if (ts.isPropertyName(node) && !ts.isExpression(node.parent) && ts.isNumericLiteral(node))
      return node.getText();
    const within = inFunction || ts.isFunctionLike(node);
    let text = '';
    let at = node.getStart();
    node.forEachChild((child) => {
      text += source.slice(at, child.getStart()) + render(child, within);
      at = child.getEnd();
    });
    text += source.slice(at, node.getEnd());
    const after = inFunction ? wrongly(node) : undefined;
    if (after === undefined) return text;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    const id = firstId + mutants.length;
    mutants.push({ id, file, line: line + 1, before: node.getText(), after });
    return `(globalThis.__mutant === ${id} ? (${after}) : (${text}))`;
  };
  return { code: render(tree, false), mutants };
}
