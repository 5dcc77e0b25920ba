namespace Market.Stall;

/// <summary>What the command line asks for.</summary>
internal sealed record StallOptions
{
    public const string Help =
        """
        A market's stall on the ledger's engine alone: a web page over one append-only file.

        Usage: dotnet run --project samples/Stall -- [command] [options]

        Commands:
          (none)          opens the stall and prints its address
          verify          verifies the books; exit code 0 where all of it holds, 1 where not

        Options:
          --books FOLDER  where the books are (default ./stall-books)
          --urls ADDRESS  where the stall answers (default http://127.0.0.1:5080, this machine only)
          --demo          fills books that are empty with a few made-up clients
          --help          this text
        """;

    public string Books { get; private init; } = "stall-books";

    public string Urls { get; private init; } = "http://127.0.0.1:5080";

    public bool Verifies { get; private init; }

    public bool IsDemo { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <returns>The options, or a sentence about what is wrong with them.</returns>
    public static (StallOptions Options, string? Wrong) Read(IReadOnlyList<string> arguments)
    {
        var options = new StallOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            switch (parts[0])
            {
                case "--help" or "-h" or "-?":
                    return (options with { WantsHelp = true }, null);
                case "verify" when i == 0:
                    options = options with { Verifies = true };
                    break;
                case "--demo":
                    options = options with { IsDemo = true };
                    break;
                case "--books" or "--urls":
                    var value = parts.Length > 1 ? parts[1] : i + 1 < arguments.Count ? arguments[++i] : null;
                    if (string.IsNullOrWhiteSpace(value))
                    {
                        return (options, $"{parts[0]} needs a value.");
                    }

                    options = parts[0] is "--books" ? options with { Books = value } : options with { Urls = value };
                    break;
                default:
                    return (options, $"There is no option '{arguments[i]}'.");
            }
        }

        return (options, null);
    }
}
