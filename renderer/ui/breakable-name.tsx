import { Fragment } from "react";

/** A name like `card_payment_fee_charged` that may go on in the next line after each of its words. */
export function BreakableName({ name }: { name: string }) {
  const parts = name.split(/(?<=[_/.-])/);
  return (
    <bdi className="break-words">
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts of one name have no identity and never move
        <Fragment key={at}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
