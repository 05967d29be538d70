/** 年初预算数, 全年预算数 and 全年执行数 of one row of money. */
type Amounts<Amount> = Readonly<Record<'initial' | 'adjusted' | 'executed', Amount>>;

/** The rows of money in 自评表. */
type Rows<Amount> = Readonly<Record<'total' | 'fiscal' | 'carried' | 'other', Amounts<Amount>>>;

/** Every amount of the rows of money through a change: from what was recognised to what is stored, and back. */
export const mapExecution = <From, To>(rows: Rows<From>, change: (amount: From) => To): Rows<To> => {
  const row = ({ initial, adjusted, executed }: Amounts<From>): Amounts<To> => ({
    initial: change(initial),
    adjusted: change(adjusted),
    executed: change(executed),
  });
  return { total: row(rows.total), fiscal: row(rows.fiscal), carried: row(rows.carried), other: row(rows.other) };
};
