using Market.Bank.Words;
using Market.Ledger.Amounts;
using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Bank.Csv;

/// <summary>Guesses what the columns of a bank's table are, by their names and by what stands in them. It is shown to whoever uploads it, and corrected.</summary>
public static class CsvGuess
{
    private const int SampleRows = 200;

    private static readonly string[] Day = ["date operation", "date de l operation", "date comptable", "date de comptabilisation", "date d operation", "booking date", "date", "jour", "day"];
    private static readonly string[] Value = ["date valeur", "date de valeur", "value date", "valeur"];
    private static readonly string[] Amount = ["montant", "amount", "somme", "montant de l operation"];
    private static readonly string[] Debit = ["debit", "debits", "montant debit"];
    private static readonly string[] Credit = ["credit", "credits", "montant credit"];
    private static readonly string[] Text = ["libelle", "libelle operation", "libelle simplifie", "libelle complet", "libelle de l operation", "description", "nature", "detail", "details", "informations complementaires", "communication", "motif", "commentaire", "label", "memo"];
    private static readonly string[] Counterparty = ["tiers", "nom", "nom du tiers", "emetteur", "contrepartie", "counterparty", "payer", "nom de la contrepartie", "donneur d ordre"];
    private static readonly string[] Reference = ["reference", "ref", "reference client", "reference de bout en bout", "end to end"];
    private static readonly string[] BankId = ["numero operation", "numero d operation", "id", "identifiant", "reference banque", "transaction id", "reference operation"];

    /// <summary>The mapping that is likely.</summary>
    /// <param name="table">The table.</param>
    /// <param name="currency">The account's currency.</param>
    public static CsvMapping Of(Table table, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(currency);
        var rows = table.Rows.Take(SampleRows).ToList();
        var columns = table.Columns;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var day = Named(columns, Day, taken) ?? columns.FirstOrDefault(column => DayText.OrdersOf(Cells(column)).Count > 0) ?? string.Empty;
        taken.Add(day);
        var value = Named(columns, Value, taken);
        var (debit, credit) = (Named(columns, Debit, taken), Named(columns, Credit, taken));
        var amount = Named(columns, Amount, taken);
        var mapping = new CsvMapping
        {
            Day = day,
            DayOrder = DayText.OrdersOf(Cells(day)) is [var order, ..] ? order : DayOrder.DayMonthYear,
            ValueDay = value,
            Amount = debit is null && credit is null ? amount : null,
            Debit = debit,
            Credit = credit,
            Counterparty = Named(columns, Counterparty, taken),
            Reference = Named(columns, Reference, taken),
            BankId = Named(columns, BankId, taken),
            Texts = [.. columns.Where(column => column.Length > 0 && !taken.Contains(column) && Text.Contains(Bare(column)))],
        };
        return mapping with { Mark = AmountText.MarkOf(new[] { mapping.Amount, debit, credit }.OfType<string>().SelectMany(Cells), currency.Decimals).Mark };

        IEnumerable<string> Cells(string column) => rows.Select(row => row[columns.ToList().IndexOf(column)]);
    }

    // By the first of the names that a column bears, each column once.
    private static string? Named(IReadOnlyList<string> columns, string[] names, HashSet<string> taken)
    {
        foreach (var name in names)
        {
            if (columns.FirstOrDefault(column => column.Length > 0 && Bare(column) == name && !taken.Contains(column)) is { } found)
            {
                taken.Add(found);
                return found;
            }
        }

        return null;
    }

    // A column's name without the currency that some banks add to it.
    private static string Bare(string column)
    {
        var name = BankWords.Fold(column);
        foreach (var end in (string[])[" en euros", " euros", " euro", " eur"])
        {
            if (name.EndsWith(end, StringComparison.Ordinal))
            {
                return name[..^end.Length];
            }
        }

        return name;
    }
}
