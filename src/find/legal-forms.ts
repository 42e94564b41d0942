/** Words that say of what legal form a company is, folded. People leave them out. */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'ab ag as asa bhd bv co company corp corporation dba eg gmbh inc incorporated kg kgaa kk limited llc llp lp ltd ltda mbh nv oy oyj ' +
    'plc pte pty pvt sa sarl sas sdn se spa srl'
  ).split(' '),
);

/** Those that are written without a space before or after a name; longer ones first. */
export const joinedLegalForms: readonly string[] = [
  ...['株式会社', '有限会社', '合同会社', '股份有限公司', '有限责任公司', '有限責任公司', '有限公司'],
  ...['集团', '集團', '주식회사', '㈜', '(주)', '㈱', '(株)'],
];
