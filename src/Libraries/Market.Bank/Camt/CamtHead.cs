using System.Xml.Linq;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>What stands before the entries of a statement.</summary>
internal sealed class CamtHead
{
    private readonly List<(XElement Element, int Line)> _balances = [];
    private string? _id;
    private string? _account;
    private string? _code;

    /// <summary>The account's currency, once the statement has begun.</summary>
    public Currency? Currency { get; private set; }

    /// <summary>The balance after the last entry.</summary>
    public BankBalance? Closing => Currency is null ? null : Balance(Currency, "CLBD");

    public void Add(XElement element, int line)
    {
        switch (element.Name.LocalName)
        {
            case "Id":
                _id = BankText.OrNull(element.Value);
                break;
            case "Acct":
                _account = AccountOf(element);
                _code = element.Child("Ccy")?.Value.Trim();
                break;
            case "Bal":
                _balances.Add((element, line));
                break;
        }
    }

    /// <summary>The account an element names: its IBAN, or the bank's own number.</summary>
    public static string? AccountOf(XElement? account) =>
        (account?.At("Id", "IBAN") ?? account?.At("Id", "Othr", "Id"))?.Value.Replace(" ", string.Empty, StringComparison.Ordinal) is { Length: > 0 } text ? text : null;

    /// <param name="entryCode">The currency of the first entry, for files that do not say the account's.</param>
    /// <param name="line">Where the first entry stands.</param>
    public StatementPart.Began Begin(string? entryCode, int line)
    {
        var code = _code ?? _balances.Select(balance => balance.Element.Child("Amt")?.Attribute("Ccy")?.Value).OfType<string>().FirstOrDefault() ?? entryCode;
        Currency = Market.Ledger.Amounts.Currency.TryFromCode(code, out var currency)
            ? currency
            : throw new BrokenStatementException(new StatementFault(StatementFaultReason.NotACurrency, line, code));
        return new StatementPart.Began(
            _account ?? throw new BrokenStatementException(new StatementFault(StatementFaultReason.Missing, line, "Acct")),
            currency,
            _id,
            Balance(currency, "OPBD") ?? Balance(currency, "PRCD"));
    }

    private BankBalance? Balance(Currency currency, string type)
    {
        // Of a statement in several parts the first opening and the last closing balance count.
        var found = _balances.Where(balance => balance.Element.At("Tp", "CdOrPrtry", "Cd")?.Value.Trim() == type).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var (element, line) = type == "CLBD" ? found[^1] : found[0];
        return element.Child("Amt").Signed(element.Child("CdtDbtInd"), currency, line) is { } amount && element.Child("Dt").Day(line) is { } day
            ? new BankBalance(amount, day)
            : null;
    }
}
