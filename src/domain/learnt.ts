/** The vocabulary as a tree. The package brings it along, packed: its build puts that in the place of this file. */

import { grow, type Tree } from "./entry-tree.ts";
import { vocabulary } from "./vocabulary/all.ts";

export const learnt = (): Tree => grow(Object.values(vocabulary));
