// The cockpit: a staff page with a ring for the clock and a hand for cards.

import "./page.js";
import { start as takeCards } from "./hand.js";
import { start as turnRing } from "./ring.js";

turnRing();
takeCards();
