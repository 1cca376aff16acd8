#!/usr/bin/env node
import { tolerateClosedPipes } from "./output.ts";
import { createProgram } from "./program.ts";
import { requireModernNode } from "./require-modern-node.ts";

requireModernNode(process.versions.node);
tolerateClosedPipes();
await createProgram().parseAsync();
