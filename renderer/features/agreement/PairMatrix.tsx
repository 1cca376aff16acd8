import type { Measure, PairAgreement } from "../../../shared/features/agreement/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Cell, HeadCell, Panel, ScrollRegion, Table, TableRow, Term } from "../../ui/index.ts";
import { formatValue } from "./MeasureBar.tsx";

/** More people than this make a list easier to read than a square. */
const MOST_IN_SQUARE = 8;

/** Every two people: how far they agree, and on how many examples. */
export function PairMatrix(props: {
  pairs: PairAgreement[];
  nameOf: (annotatorId: string) => string;
  measureName: string;
  measureTerm: string;
}) {
  const { pairs, nameOf } = props;
  const people = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].toSorted(
    (a, b) => nameOf(a).localeCompare(nameOf(b)),
  );
  return (
    <Panel
      title={t("agreement.pairs.title")}
      className="min-w-0"
      actions={
        <span className="text-xs text-muted">
          <Term term={props.measureTerm}>{props.measureName}</Term>
        </span>
      }
    >
      <ScrollRegion aria-label={t("agreement.pairs.title")} className="-m-4 max-h-96 overflow-auto">
        {people.length <= MOST_IN_SQUARE ? (
          <Square pairs={pairs} people={people} nameOf={nameOf} />
        ) : (
          <List pairs={pairs} nameOf={nameOf} />
        )}
      </ScrollRegion>
    </Panel>
  );
}

interface PartProps {
  pairs: PairAgreement[];
  nameOf: (annotatorId: string) => string;
}

function Square({ pairs, people, nameOf }: PartProps & { people: string[] }) {
  const find = (a: string, b: string) =>
    pairs.find(
      ({ first, second }) => (first === a && second === b) || (first === b && second === a),
    );
  return (
    <Table
      head={
        <>
          <HeadCell>
            <span className="sr-only">{t("agreement.pairs.person")}</span>
          </HeadCell>
          {people.slice(0, -1).map((person) => (
            <HeadCell key={person} number className="max-w-32 truncate" title={nameOf(person)}>
              {nameOf(person)}
            </HeadCell>
          ))}
        </>
      }
    >
      {people.slice(1).map((row, at) => (
        <TableRow key={row}>
          <th scope="row" className="max-w-40 truncate px-4 py-2 font-medium" title={nameOf(row)}>
            {nameOf(row)}
          </th>
          {people.slice(0, -1).map((column, place) => (
            <Cell key={column} number>
              {place <= at ? <PairCell pair={find(row, column)} /> : null}
            </Cell>
          ))}
        </TableRow>
      ))}
    </Table>
  );
}

function PairCell({ pair }: { pair: PairAgreement | undefined }) {
  if (!pair) return <span className="text-muted">–</span>;
  return (
    <>
      <span className="font-semibold">{valueText(pair.main)}</span>
      <span className="block text-xs text-muted">
        {t("agreement.items", { items: pair.items, shown: formatNumber(pair.items) })}
      </span>
    </>
  );
}

const valueText = (measure: Measure): string =>
  measure.state === "defined" ? formatValue(measure.value) : t("agreement.notDefined");

function List({ pairs, nameOf }: PartProps) {
  return (
    <Table
      head={
        <>
          <HeadCell>{t("agreement.pairs.people")}</HeadCell>
          <HeadCell number>{t("agreement.pairs.value")}</HeadCell>
          <HeadCell number>{t("agreement.pairs.items")}</HeadCell>
        </>
      }
    >
      {pairs.map(({ first, second, items, main }) => (
        <TableRow key={`${first} ${second}`}>
          <Cell>
            {nameOf(first)} · {nameOf(second)}
          </Cell>
          <Cell number className="font-semibold">
            {valueText(main)}
          </Cell>
          <Cell number>{formatNumber(items)}</Cell>
        </TableRow>
      ))}
    </Table>
  );
}
