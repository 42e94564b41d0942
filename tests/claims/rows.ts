const claimColumns =
  'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note';

/** A row of claims.csv that is right but for what is given. */
export function claim(wrong: Readonly<Record<string, string>>): string {
  const right: Record<string, string> = {
    id: 'claim/test-1',
    subject: 'investment/nissan-2024',
    property: 'amount',
    value: '1',
    unit: 'JPY',
    confidence: 'LOW',
    source: 'source/nikkei',
  };
  const row = { ...right, ...wrong };
  return claimColumns
    .split(',')
    .map((column) => row[column] ?? '')
    .join(',');
}

const relation = {
  subject: 'corporation/nissan',
  property: 'plants',
  value: 'plant/nissan-kitakyushu',
  unit: '',
};

interface BadRow {
  readonly title: string;
  readonly file: string;
  readonly row: string;
  readonly column?: string;
  readonly given?: string;
  readonly expected: string;
}

const inClaims = (
  title: string,
  wrong: Readonly<Record<string, string>>,
  column: string,
  expected: string,
  given = wrong[column] ?? '',
): BadRow => ({ title, file: 'claims.csv', row: claim(wrong), column, given, expected });

/** Rows that do not fit, one mistake each: where it is told to be, and what is told to be expected. */
export const badRows: readonly BadRow[] = [
  inClaims('an id in capitals', { id: 'claim/Test' }, 'id', 'an id in lower case: claim/…'),
  inClaims('an id of another kind', { id: 'plant/test' }, 'id', 'an id in lower case: claim/…'),
  inClaims('an id that is taken', { id: 'claim/japan-2024-s01' }, 'id', 'an id that no other row has'),
  inClaims(
    'a property that is not there',
    { property: 'colour' },
    'property',
    'a property or relation of Investment',
  ),
  inClaims(
    'a property of the prototype of objects',
    { property: 'constructor' },
    'property',
    'a property or relation',
  ),
  inClaims('identity as a claim', { property: 'name' }, 'property', 'a property or relation of Investment'),
  inClaims(
    'what is made from claims as a claim',
    { property: 'since', value: '2024', unit: '' },
    'property',
    'a property or relation of Investment',
  ),
  inClaims('a missing value', { value: '' }, 'value', 'a text'),
  inClaims('a number that is none', { value: '1e5' }, 'value', 'a number such as 12.5'),
  inClaims('a number with separators', { value: '1 000' }, 'value', 'a number such as 12.5'),
  inClaims('a missing currency', { unit: '' }, 'unit', 'a unit or a currency'),
  inClaims(
    'the wrong unit',
    { subject: 'market-share/catl-2024-01-2024-07', property: 'percent', unit: 'GWh' },
    'unit',
    '%',
  ),
  inClaims(
    'a value that is none of the choices',
    { property: 'status', value: 'HAPPY', unit: '' },
    'value',
    'one of ',
  ),
  inClaims('a confidence that is none', { confidence: 'SURE' }, 'confidence', 'one of HIGH, MEDIUM, LOW'),
  inClaims('a status that is none', { status: 'toString' }, 'status', 'one of STANDING'),
  inClaims('a qualifier that is none', { qualifier: 'NEARLY' }, 'qualifier', 'one of '),
  inClaims(
    'a month that is none',
    { valid_from: '2024-13' },
    'valid_from',
    'a date: YYYY, YYYY-MM or YYYY-MM-DD',
  ),
  inClaims('a day that is none', { valid_until: '2023-02-29' }, 'valid_until', 'a date'),
  inClaims('a date in words', { period_stated: 'July 2024' }, 'period_stated', 'a date'),
  inClaims(
    'a date as a value that is none',
    { property: 'announced', value: '6/9/2024', unit: '' },
    'value',
    'a date',
  ),
  inClaims(
    'a subject that is not there',
    { subject: 'investment/none' },
    'subject',
    'the id of something that exists',
  ),
  inClaims(
    'a source that is not there',
    { source: 'source/none' },
    'source',
    'the id of something that exists',
  ),
  inClaims(
    'a source that is no source',
    { source: 'corporation/toyota' },
    'source',
    'an id in lower case: source/…',
  ),
  inClaims(
    'an attribution to nobody',
    { attributed_to: 'source/none' },
    'attributed_to',
    'the id of something',
  ),
  inClaims(
    'an end that is not there',
    { ...relation, value: 'plant/none' },
    'value',
    'the id of a Plant that exists',
  ),
  inClaims('an end of another kind', { ...relation, value: 'country/japan' }, 'value', 'the id of a Plant'),
  inClaims(
    'a property that the edge has not',
    { ...relation, edge: 'colour=red' },
    'edge',
    'name=value with ',
  ),
  inClaims(
    'an edge property that is no number',
    { ...relation, edge: 'share=half' },
    'edge',
    'a number',
    'share=half',
  ),
  inClaims('an edge property without a value', { ...relation, edge: 'share' }, 'edge', 'a number', 'share='),
  inClaims(
    'properties of an edge on a property',
    { edge: 'share=1' },
    'edge',
    'nothing: the claim is about a property',
  ),
  {
    title: 'an entity of no kind',
    file: 'entities.csv',
    row: 'company/x,X,',
    column: 'id',
    given: 'company/x',
    expected: 'an id in lower case: ',
  },
  {
    title: 'an entity without a name',
    file: 'entities.csv',
    row: 'corporation/x,,',
    column: 'name',
    given: '',
    expected: 'a text',
  },
  {
    title: 'an entity that is evidence',
    file: 'entities.csv',
    row: 'claim/x,X,',
    column: 'id',
    given: 'claim/x',
    expected: 'an id in lower case: ',
  },
  {
    title: 'a source that cites nothing there',
    file: 'sources.csv',
    row: 'source/x,X,NEWS,,,,,,,,source/none,',
    column: 'cites',
    given: 'source/none',
    expected: 'the id of something that exists',
  },
  {
    title: 'a lineage that is none',
    file: 'sources.csv',
    row: 'source/x,X,NEWS,,,,,,,,,FIRST_HAND',
    column: 'lineage',
    given: 'FIRST_HAND',
    expected: 'one of ORIGINAL, DERIVED, UNKNOWN',
  },
  {
    title: 'a flag that is none',
    file: 'sources.csv',
    row: 'source/x,X,NEWS,,2024,yes,,,,,,',
    column: 'published_inferred',
    given: 'yes',
    expected: 'true or false',
  },
  {
    title: 'a contradiction about a property that is not there',
    file: 'contradictions.csv',
    row: 'C1,SUBJECT,corporation/toyota,colour,claim/japan-2024-s01,why',
    column: 'property',
    given: 'colour',
    expected: 'a property or relation of Corporation',
  },
  {
    title: 'a contradiction of nobody',
    file: 'contradictions.csv',
    row: 'C1,SUBJECT,corporation/toyota,,,why',
    column: 'sides',
    given: '',
    expected: 'at least one claim',
  },
  {
    title: 'a row that is too short',
    file: 'entities.csv',
    row: 'corporation/x',
    expected: '3 cells, as in the header',
  },
  {
    title: 'a row that is too long',
    file: 'entities.csv',
    row: 'corporation/x,X,,,',
    expected: '3 cells, as in the header',
  },
  {
    title: 'a quote that never ends',
    file: 'entities.csv',
    row: 'corporation/x,"X,',
    expected: 'CSV as in RFC 4180',
  },
  {
    title: 'a quote in the middle',
    file: 'entities.csv',
    row: 'corporation/x,X "Y" Z,',
    expected: 'CSV as in RFC 4180',
  },
];
