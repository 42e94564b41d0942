import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import { policies, type Policy } from '../../model';
import { InstantScalar, PartialDateScalar } from './scalars';

const descriptions: Record<Policy, string> = {
  DEFAULT:
    'Standing before superseded before disputed; then of the latest period, the most confident, of most independent origins, of the latest source; then the smallest id.',
  MOST_CORROBORATED: 'Of most independent origins; then as by default.',
  HIGHEST_CONFIDENCE: 'The most confident; then as by default.',
  LATEST: 'Of the source published last; then as by default.',
};

const ResolvePolicy = new GraphQLEnumType({
  name: 'ResolvePolicy',
  description: 'Which of several claims about the same is shown.',
  values: Object.fromEntries(policies.map((policy) => [policy, { description: descriptions[policy] }])),
});

/** `@asOf(valid: "2020-12-01", known: "2025-01-01T00:00:00Z")` */
export const asOfDirective = new GraphQLDirective({
  name: 'asOf',
  description:
    'Answers the whole operation by the evidence of another time: values, edges, filters, orders, aggregates and totals alike.',
  locations: [DirectiveLocation.QUERY],
  args: {
    valid: {
      type: PartialDateScalar,
      description:
        'Only what is claimed to hold on this day; of a month or a year, on its last day. Claims that state no period hold always. Without it, claims of all periods count, and the latest period is shown.',
    },
    known: {
      type: InstantScalar,
      description:
        'Only what had entered the graph by then and was not yet withdrawn; claims and conflicts that entered later are not there. Without it, what is known now.',
    },
  },
});

/** `@resolve(policy: LATEST, exclude: ["source/nikkei"])` */
export const resolveDirective = new GraphQLDirective({
  name: 'resolve',
  description:
    'Answers the whole operation by another choice among claims: values, edges, filters, orders, aggregates and totals alike.',
  locations: [DirectiveLocation.QUERY],
  args: {
    policy: {
      type: new GraphQLNonNull(ResolvePolicy),
      defaultValue: 'DEFAULT',
      description: 'Which of several claims about the same is shown.',
    },
    exclude: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLID)),
      description:
        'Ids of sources to leave out, as if they had said nothing: claims of theirs, and claims attributed to none but them. The claims that are left weigh what they weigh otherwise.',
    },
  },
});
