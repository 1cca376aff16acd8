import { EventEmitter } from "node:events";

/** Makes every use of something the stand-in does not model fail by name, instead of passing unseen. */
export function loud<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, property) {
      if (typeof property === "string" && !(property in object) && property !== "then")
        throw new Error(`the stand-in for Electron does not model ${name}.${property}`);
      const value: unknown = Reflect.get(object, property);
      return typeof value === "function" && !/^class\b/.test(String(value))
        ? (value.bind(object) as unknown)
        : value;
    },
    set(object, property, value) {
      if (!(property in object))
        throw new Error(
          `the stand-in for Electron does not model setting ${name}.${String(property)}`,
        );
      return Reflect.set(object, property, value);
    },
  });
}

/** An emitter that knows its events, and refuses listeners for others. */
export class KnownEvents extends EventEmitter {
  readonly #name: string;
  readonly #events: readonly string[];

  constructor(name: string, events: readonly string[]) {
    super();
    this.#name = name;
    this.#events = events;
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    this.#assertKnown(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override once(event: string, listener: (...args: never[]) => void): this {
    this.#assertKnown(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  #assertKnown(event: string) {
    if (!this.#events.includes(event))
      throw new Error(
        `the stand-in for Electron does not model the event "${event}" of ${this.#name}`,
      );
  }
}

/** What Electron hands to listeners that may keep something from happening. */
export function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
