/** Whether a type is the roster's entry, or may be. */
const isEntry = (type) =>
  (type.isUnion() ? type.types : [type]).some((part) => (part.aliasSymbol ?? part.symbol)?.name === 'RosterEntry');

/**
 * A real name is drawn by `<RosterName>` alone, as text. Nothing else in the interface may read one: what is not read
 * reaches no attribute, no title and no message.
 */
export const rosterName = {
  rules: {
    'only-drawn': {
      meta: {
        type: 'problem',
        schema: [],
        messages: {
          read: 'A name of the roster is read here. Draw it with <RosterName of={id} />; name an element by aria-labelledby and its id.',
        },
      },
      create(context) {
        const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
        const types = program.getTypeChecker();
        const typeOf = (node) => types.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));
        const members = new Set(['name', 'pronouns']);
        return {
          MemberExpression(node) {
            if (!members.has(node.property.name) || !isEntry(typeOf(node.object))) return;
            context.report({ node, messageId: 'read' });
          },
          ObjectPattern(node) {
            const reads = node.properties.some(({ key }) => members.has(key?.name));
            if (reads && isEntry(typeOf(node))) context.report({ node, messageId: 'read' });
          },
        };
      },
    },
  },
};
