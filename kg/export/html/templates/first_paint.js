// What must be known before anything is painted: run in the head of the page.

import { showTheme } from "./page/theme.js";

showTheme();
