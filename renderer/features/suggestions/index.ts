import { addDeskNotice } from "../annotations/index.ts";
import { SuggestionBar } from "./SuggestionBar.tsx";

addDeskNotice("suggestion", SuggestionBar);
