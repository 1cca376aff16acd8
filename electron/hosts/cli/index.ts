#!/usr/bin/env node
import { createProgram } from "./program.ts";
import { requireModernNode } from "./require-modern-node.ts";

requireModernNode(process.versions.node);
await createProgram().parseAsync();
