using System.Text;
using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Tests;

/// <summary>The made-up statements in the folder of that name, and what they say in words that are compared.</summary>
internal static class Samples
{
    public static TheoryData<string> All => [.. Directory.GetFiles(Folder(), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".xml" or ".sta" or ".ofx" or ".txt")
        .Select(file => Path.GetRelativePath(Folder(), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static byte[] Read(string sample) => File.ReadAllBytes(Path.Combine(Folder(), sample));

    public static string Text(string sample) => Encoding.UTF8.GetString(Read(sample));

    /// <summary>What a reader says, a line for each part.</summary>
    public static string Said(IEnumerable<StatementPart> parts) => string.Concat(parts.Select(part => Said(part) + "\n"));

    private static string Said(StatementPart part) => part switch
    {
        StatementPart.Began began => $"began {began.Account} {began.Currency} id: {began.Id ?? "none"}, opening: {Said(began.Opening)}",
        StatementPart.Moved { Movement: var line } => string.Join(" | ", Said(line).OfType<string>()),
        StatementPart.Ended ended => $"ended closing: {Said(ended.Closing)}",
        StatementPart.Broken broken => $"broken {broken.Fault}",
        _ => string.Empty,
    };

    private static IEnumerable<string?> Said(BankLine line)
    {
        yield return $"{line.BookedOn:yyyy-MM-dd} {Said(line.Amount)} {line.Text}".TrimEnd();
        yield return line.ValueOn is { } value && value != line.BookedOn ? $"value {value:yyyy-MM-dd}" : null;
        yield return line.Reference is { } reference ? "reference " + reference : null;
        yield return line.EndToEndId is { } id ? "end to end " + id : null;
        yield return line.Counterparty is { } name ? "name " + name : null;
        yield return line.CounterpartyAccount is { } account ? "account " + account : null;
        yield return line.BankId is { } bank ? "bank " + bank : null;
        yield return line.IsReturn ? $"return {line.ReturnReason}".TrimEnd() : null;
        yield return line.Movements > 1 ? $"{line.Movements} movements" + (line.DetailsDiffer ? " that differ" : string.Empty) : null;
    }

    private static string Said(BankBalance? balance) => balance is null ? "none" : $"{Said(balance.Amount)} on {balance.On:yyyy-MM-dd}";

    private static string Said(Money amount) => amount.ToInvariantString();

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MarketSite.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "Market.Bank.Tests", "Samples");
    }
}
