import {
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { AnodeError } from '../errors';
import { tooDeep } from './nesting';

export interface WrittenOutLimits {
  readonly maxNesting: number;
  readonly maxSelections: number;
}

interface Size {
  readonly depth: number;
  readonly selections: number;
}

/**
 * Refuses a query that is too deep or too large once each spread of a fragment is written out. A few hundred fragments
 * that spread each other twice are small to read and endless to plan.
 */
export const withinLimitsWrittenOut =
  ({ maxNesting, maxSelections }: WrittenOutLimits): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const { depth, selections } = new Measure(context).sizeOf(operation.selectionSet);
      const complain = (originalError: AnodeError): void => {
        context.reportError(new GraphQLError(originalError.message, { nodes: operation, originalError }));
      };
      if (depth > maxNesting) complain(tooDeep('The query, with its fragments written out,', maxNesting, ''));
      if (selections > maxSelections) complain(tooLarge(maxSelections));
    },
  });

function tooLarge(max: number): AnodeError {
  const allowed = `at most ${String(max)} fields`;
  const message = `The query, with its fragments written out, is too large; allowed are ${allowed}.`;
  return new AnodeError('QUERY_TOO_LARGE', message, { allowed });
}

const nothing: Size = { depth: 0, selections: 0 };

/** Measures each fragment once, however often it is spread. */
class Measure {
  private readonly fragments = new Map<string, Size>();

  constructor(private readonly context: ValidationContext) {}

  sizeOf({ selections }: SelectionSetNode): Size {
    const sizes = selections.map((selection) => this.sizeOfSelection(selection));
    return {
      depth: 1 + sizes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
      selections: sizes.reduce((sum, { selections: own }) => sum + own, 0),
    };
  }

  private sizeOfSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.sizeOfFragment(selection.name.value);
    const below = selection.selectionSet ? this.sizeOf(selection.selectionSet) : nothing;
    return { depth: below.depth, selections: below.selections + 1 };
  }

  private sizeOfFragment(name: string): Size {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    // What a fragment adds by spreading itself is another rule's complaint.
    this.fragments.set(name, nothing);
    const fragment = this.context.getFragment(name);
    const own = fragment ? this.sizeOf(fragment.selectionSet) : nothing;
    // Its braces are no level: its selections stand where it is spread.
    const size = { depth: Math.max(0, own.depth - 1), selections: own.selections };
    this.fragments.set(name, size);
    return size;
  }
}
