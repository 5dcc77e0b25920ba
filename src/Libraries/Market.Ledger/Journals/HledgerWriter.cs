using System.Globalization;

namespace Market.Ledger.Journals;

/// <summary>
/// Writes a journal for hledger and ledger (plain-text accounting). Every account and the currency are declared, so that
/// <c>hledger check --strict</c> passes. A client is an account under 411, like <c>411:C-0042</c>; a debit is positive.
/// Source: the hledger manual, <i>Journal</i>.
/// </summary>
public static class HledgerWriter
{
    /// <summary>Writes the journal, entry by entry.</summary>
    /// <param name="output">Where to; encode it in UTF-8 without a byte order mark.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entries);
        await output.WriteAsync("decimal-mark .\n");
        var declared = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            await output.WriteAsync(string.Concat(entry.Lines.SelectMany(line => Declarations(line, declared))));
            await output.WriteAsync(Transaction(entry));
        }
    }

    /// <summary>What a client's account is called in the journal.</summary>
    public static string AccountName(BookAccount account, AuxiliaryAccount? client)
    {
        ArgumentNullException.ThrowIfNull(account);
        return client is null ? account.Number : $"{account.Number}:{Name(client.Number)}";
    }

    private static IEnumerable<string> Declarations(JournalLine line, HashSet<string> declared)
    {
        var currency = line.Debit.Currency;
        if (declared.Add("commodity " + currency.Code))
        {
            // The mark is there even where no decimals follow: hledger asks for it.
            yield return $"commodity 1000.{new string('0', currency.Decimals)} {currency.Code}\n";
        }

        if (declared.Add(line.Account.Number))
        {
            yield return $"account {line.Account.Number}  ; {Comment(line.Account.Label)}, type:{Type(line.Account.Number)}\n";
        }

        var name = AccountName(line.Account, line.Client);
        if (line.Client is { } client && declared.Add(name))
        {
            yield return $"account {name}  ; {Comment(client.Name)}\n";
        }
    }

    private static string Transaction(JournalEntry entry)
    {
        var date = entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = JournalClean.Without(entry.Text, ";|");
        var operation = entry.OperationId is { } id ? $"operation:{Comment(id)}, " : string.Empty;
        var head = string.Create(CultureInfo.InvariantCulture, $"\n{date} * ({entry.Journal.Code} {entry.Number}) {text}  ; {operation}piece:{Comment(entry.Piece)}\n");
        return head + string.Concat(entry.Lines.Select(line => $"    {AccountName(line.Account, line.Client)}  {line.Net}\n"));
    }

    // The classes of the plan comptable général, in the words of hledger: assets, cash, expenses, revenues, equity.
    private static char Type(string number) => number[0] switch
    {
        '5' => 'C',
        '6' => 'X',
        '7' => 'R',
        '1' or '8' => 'E',
        _ => 'A',
    };

    // A comma or a colon in a comment would end a tag, or begin one.
    private static string Comment(string text) => JournalClean.Without(text, ",:;");

    // What hledger would read as something else is written as its number between underscores: no two clients become one.
    private static string Name(string number) => string.Concat(number.Select(character => char.IsLetterOrDigit(character) || character is '-' or '.'
        ? character.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"_{(int)character:x}_")));
}
