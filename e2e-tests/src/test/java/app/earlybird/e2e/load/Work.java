package app.earlybird.e2e.load;

import app.earlybird.e2e.load.Ledger.Kind;
import app.earlybird.local.http.Api.Answer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One thing a client wants done; to ask for it again is harmless, because it carries its key or its facts. */
record Work(Kind kind, Supplier<Answer> ask, Consumer<Answer> whenDone) {}
