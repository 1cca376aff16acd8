export const MENU = "z-50 min-w-40 rounded-md border border-line bg-surface p-1 text-sm shadow-lg";
export const MENU_ITEM =
  "flex h-7 items-center gap-2 rounded px-2 outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover";
