using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>What stands before the entries of a statement, or of a page of one.</summary>
internal sealed class CamtHead
{
    // Of each kind the first and the last one: before and after.
    private readonly Dictionary<string, (CamtNode First, CamtNode Last)> _balances = new(StringComparer.Ordinal);
    private string? _id;
    private string? _account;
    private string? _code;
    private int _page = 1;

    /// <summary>The account's currency, once the statement has begun.</summary>
    public Currency? Currency { get; private set; }

    /// <summary>Whether no page of the same statement follows.</summary>
    public bool IsLast { get; private set; } = true;

    /// <summary>The balance after the last entry; of a page that others follow, after its own.</summary>
    public BankBalance? Closing => Balance("CLBD", isLast: true) ?? (IsLast ? null : Balance("ITBD", isLast: true));

    private BankBalance? Opening => Balance("OPBD", isLast: false) ?? Balance("PRCD", isLast: false) ?? (_page == 1 ? null : Balance("ITBD", isLast: false));

    /// <summary>Whether an element is one that is asked for.</summary>
    public static bool Wants(string name) => name is "Id" or "Acct" or "Bal" or "StmtPgntn" or "NtfctnPgntn";

    public void Add(CamtNode node)
    {
        switch (node.Name)
        {
            case "Id":
                _id = BankText.OrNull(node.Text);
                break;
            case "Acct":
                _account = node.Account();
                _code = node.Child("Ccy")?.Text;
                break;
            case "Bal" when node.At("Tp", "CdOrPrtry", "Cd")?.Text is "OPBD" or "PRCD" or "ITBD" or "CLBD":
                var type = node.At("Tp", "CdOrPrtry", "Cd")!.Text;
                _balances[type] = (_balances.TryGetValue(type, out var known) ? known.First : node, node);
                break;
            case "StmtPgntn" or "NtfctnPgntn":
                _page = int.TryParse(node.Child("PgNb")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
                IsLast = node.Child("LastPgInd").IsTrue();
                break;
        }
    }

    /// <summary>The account's currency; that of the first entry, where the file does not say the account's.</summary>
    public Currency CurrencyOr(string? entryCode, int line)
    {
        var code = _code ?? _balances.Values.Select(balance => balance.First.Child("Amt")?.Currency).OfType<string>().FirstOrDefault() ?? entryCode;
        return Currency ??= Ledger.Amounts.Currency.TryFromCode(code, out var currency) ? currency : throw new BrokenStatementException(StatementFaultReason.NotACurrency, line, code);
    }

    /// <summary>How it begins, once its currency is known: not at all, where it is the next page of the one before.</summary>
    /// <param name="before">The statement before, where it said that pages follow.</param>
    /// <param name="line">Where it stands.</param>
    public IEnumerable<StatementPart> Begin(CamtHead? before, int line)
    {
        if (_account is null)
        {
            throw new BrokenStatementException(StatementFaultReason.Missing, line, "Acct");
        }

        if (before is { _id: not null } && (_id, _account, _page, Currency) == (before._id, before._account, before._page + 1, before.Currency))
        {
            return [];
        }

        var began = new StatementPart.Began(_account, Currency!, _id, Opening);
        return before is null ? [began] : [new StatementPart.Ended(before.Closing), began];
    }

    private BankBalance? Balance(string type, bool isLast)
    {
        if (!_balances.TryGetValue(type, out var found))
        {
            return null;
        }

        var node = isLast ? found.Last : found.First;
        return node.Child("Amt").Signed(node.Child("CdtDbtInd"), Currency!) is { } amount && node.Child("Dt").Day() is { } day ? new BankBalance(amount, day) : null;
    }
}
