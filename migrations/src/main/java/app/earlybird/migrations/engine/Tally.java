package app.earlybird.migrations.engine;

/** How far a pass over a collection is, printed as it goes. */
final class Tally {

    private final Settings.Progress progress;
    private final String what;
    private final long total;
    private long done;

    Tally(Settings.Progress progress, String what, long total) {
        this.progress = progress;
        this.what = what;
        this.total = total;
        progress.at(what, 0, total);
    }

    void add(long more) {
        done += more;
        progress.at(what, done, total);
    }
}
