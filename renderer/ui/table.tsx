import { clsx } from "clsx";
import type { ComponentPropsWithoutRef, ReactNode } from "react";

const EDGES = "px-3 first:pl-4 last:pr-4";

/** One look for all tables: quiet headings that stay in sight, a line above each row, numbers to the right. */
export function Table(props: {
  /** The heading cells. */
  head: ReactNode;
  /** The columns keep their share of the width, whatever is in them. */
  fixed?: boolean;
  children: ReactNode;
}) {
  return (
    <table className={clsx("w-full text-left text-sm", props.fixed && "table-fixed")}>
      <thead className="sticky top-0 z-10 bg-surface text-xs text-muted">
        <tr>{props.head}</tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

export function HeadCell({
  number,
  className,
  ...rest
}: ComponentPropsWithoutRef<"th"> & { number?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx(EDGES, "py-2 font-medium", number && "text-right", className)}
    />
  );
}

export function TableRow({ className, ...rest }: ComponentPropsWithoutRef<"tr">) {
  return <tr {...rest} className={clsx("border-t border-line", className)} />;
}

export function Cell({
  number,
  className,
  ...rest
}: ComponentPropsWithoutRef<"td"> & { number?: boolean }) {
  return (
    <td
      {...rest}
      className={clsx(
        EDGES,
        "py-1.5",
        number && "text-right whitespace-nowrap tabular-nums",
        className,
      )}
    />
  );
}
