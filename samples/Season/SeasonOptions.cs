using System.Globalization;

namespace Market.Samples;

/// <summary>What the command line asks for.</summary>
internal sealed record SeasonOptions
{
    public const string Help =
        """
        A market's season on the ledger's engine alone: no site, no database.

        Usage: dotnet run --project samples/Season -- [options]

          --seed N      what chance is drawn from; the same seed gives the same files (default 2025)
          --weeks N     how many weeks the season has, 1 to 520 (default 40)
          --members N   how many members the market has, 2 to 2000 (default 60)
          --out DIR     where the page and the journals go (default ./season)
          --help        this text
        """;

    public int Seed { get; private init; } = 2025;

    public int Weeks { get; private init; } = 40;

    public int Members { get; private init; } = 60;

    public string Out { get; private init; } = "season";

    public bool WantsHelp { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <returns>The options, or a sentence about what is wrong with them.</returns>
    public static (SeasonOptions Options, string? Wrong) Read(IReadOnlyList<string> arguments)
    {
        var options = new SeasonOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            if (name is "--help" or "-h" or "-?")
            {
                return (options with { WantsHelp = true }, null);
            }

            if (name is not ("--seed" or "--weeks" or "--members" or "--out"))
            {
                return (options, $"There is no option '{arguments[i]}'.");
            }

            value ??= i + 1 < arguments.Count ? arguments[++i] : null;
            if (string.IsNullOrWhiteSpace(value))
            {
                return (options, $"{name} needs a value.");
            }

            var (changed, wrong) = options.Set(name, value);
            if (wrong is not null)
            {
                return (options, wrong);
            }

            options = changed;
        }

        return (options, null);
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.Split('=', 2) is [var name, var value] ? (name, value) : (argument, null);

    private (SeasonOptions Options, string? Wrong) Set(string name, string value)
    {
        if (name == "--out")
        {
            return (this with { Out = value }, null);
        }

        var (least, most) = name switch { "--weeks" => (1, 520), "--members" => (2, 2000), _ => (0, int.MaxValue) };
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            return (this, $"{name} takes a whole number from {least} to {most}, not '{value}'.");
        }

        return (name switch
        {
            "--weeks" => this with { Weeks = number },
            "--members" => this with { Members = number },
            _ => this with { Seed = number },
        }, null);
    }
}
