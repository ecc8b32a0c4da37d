package app.earlybird.operations.cli;

import picocli.CommandLine.Command;

@Command(
        name = "events",
        description = "Events of the suite.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersCommand.class})
final class EventsCommand {}
