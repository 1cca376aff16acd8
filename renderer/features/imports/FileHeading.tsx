import { useEffect, useRef } from "react";

/** The name of the file over each screen of it; takes the focus, so that a new screen is read out from here. */
export function FileHeading(props: { name: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2
      ref={heading}
      tabIndex={-1}
      className="min-w-0 truncate font-semibold outline-none!"
      title={props.name}
      dir="auto"
    >
      {props.name}
    </h2>
  );
}
