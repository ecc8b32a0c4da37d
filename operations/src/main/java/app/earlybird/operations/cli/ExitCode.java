package app.earlybird.operations.cli;

/** What the process says by its exit code; the migrations' codes of the same number mean the same. */
public enum ExitCode {
    OK(0),
    UNEXPECTED(1),
    USAGE(2),
    /** {@code schema status} found a difference. */
    DIFFERENT(3),
    /** Something must be repaired first, such as duplicates under a unique index. */
    PRECONDITION(6),
    UNREACHABLE(8);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
