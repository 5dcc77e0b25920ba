using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>What the library's README says is so: its example is in this file and says what it is said to say.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_example_says_what_it_is_said_to_say()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(":20:A\n:25:FR7630006000011234567890189\n:60F:C261119EUR100,00\n:61:261120C42,50NTRFNONREF\n:86:Commande du 20\n:62F:C261120EUR142,50\n-"));
        var lines = new List<string>();

        foreach (var part in StatementFile.Read(file))
        {
            var said = part switch
            {
                StatementPart.Began began => $"{began.Account} held {began.Opening?.Amount}",
                StatementPart.Moved { Movement: var line } => $"{line.BookedOn:yyyy-MM-dd} {line.Amount} {line.Text}",
                StatementPart.Ended ended => $"and now holds {ended.Closing?.Amount}",
                StatementPart.Broken { Fault: var fault } => $"line {fault.Line} is {fault.Reason}: {fault.Found}",
                _ => string.Empty,
            };
            lines.Add(said);
        }

        Assert.Contains(string.Join('\n', lines), Readme(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_is_the_readmes() =>
        Assert.Contains(Trimmed(Example().Match(Readme()).Groups["code"].Value), Trimmed(File.ReadAllText(Here())), StringComparison.Ordinal);

    private static string Readme() => File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Libraries", "Market.Bank", "README.md"));

    private static string Here([CallerFilePath] string path = "") => path;

    private static string Trimmed(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
