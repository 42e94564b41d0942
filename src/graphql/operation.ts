import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphModel } from '../model';
import type { Fragments } from './planner/collect-fields';
import { planOperation, type PlannedOperation } from './planner/plan-operation';
import { structuralVariables, shapeOf, type Values, type VariableShape } from './planner/variable-shape';

/** One operation of a document, with what planning needs to know of it whatever its variables are. */
export class Operation {
  private readonly fragments: Fragments;
  private readonly structural: ReadonlySet<string>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: GraphModel,
    document: DocumentNode,
    readonly node: OperationDefinitionNode,
  ) {
    const fragments = document.definitions.filter(
      (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.fragments = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.structural = structuralVariables([node, ...fragments]);
  }

  /** What of the coerced variables decides the plan. Variables of one shape share a plan. */
  shapeOf(coerced: Values): VariableShape {
    return shapeOf(this.schema, this.node, this.structural, coerced);
  }

  /** Throws AnodeError for arguments that cannot be meant. */
  plan(shape: VariableShape): PlannedOperation {
    const { schema, model, fragments } = this;
    return planOperation({ schema, model, fragments, variables: shape.variables }, this.node);
  }
}
