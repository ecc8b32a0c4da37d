package app.earlybird.kit.domain;

/** A record that changes by decisions, and is stored together with the events of each. */
public interface Aggregate {

    /** The id by which everybody finds it. */
    String businessKey();

    AggregateMeta meta();
}
