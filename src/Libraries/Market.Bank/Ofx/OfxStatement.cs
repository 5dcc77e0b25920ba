using System.Collections.Frozen;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Ofx;

/// <summary>A statement of one account as it is read, and the movement that is being read.</summary>
internal sealed class OfxStatement
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        ["CURDEF", "BANKID", "BRANCHID", "ACCTID", "DTPOSTED", "DTAVAIL", "TRNAMT", "FITID", "REFNUM", "NAME", "MEMO", "CURSYM", "BALAMT", "DTASOF"], StringComparer.Ordinal);

    private readonly Dictionary<string, OfxElement> _head = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OfxElement> _account = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OfxElement> _balance = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OfxElement> _elsewhere = new(StringComparer.Ordinal);
    private Dictionary<string, OfxElement>? _movement;
    private Dictionary<string, OfxElement> _into;
    private Currency? _currency;

    public OfxStatement() => _into = _head;

    /// <summary>Whether its account is known, and said.</summary>
    public bool HasBegun => _currency is not null;

    /// <summary>Takes an element for what it is about.</summary>
    public void Add(OfxElement element)
    {
        _into = element.Name switch
        {
            "BANKACCTFROM" or "CCACCTFROM" => _account,
            "STMTTRN" => _movement = new(StringComparer.Ordinal),
            "LEDGERBAL" => _balance,

            // What it was in another currency, what is not booked, what may be spent.
            "ORIGCURRENCY" or "BANKTRANLISTP" or "AVAILBAL" or "BALLIST" => _elsewhere,
            "/ORIGCURRENCY" when _movement is not null => _movement,
            "/BANKACCTFROM" or "/CCACCTFROM" or "/LEDGERBAL" or "/BANKTRANLISTP" or "/AVAILBAL" or "/BALLIST" => _head,
            _ => _into,
        };
        if (element.Value.Length > 0 && Known.Contains(element.Name))
        {
            // A person's name and then a part's: the first one is the movement's own.
            _into.TryAdd(element.Name, element);
        }
    }

    public StatementPart.Began Begin(int line)
    {
        var code = Value(_head, "CURDEF");
        _currency = Currency.TryFromCode(code, out var currency) ? currency : throw new BrokenStatementException(StatementFaultReason.NotACurrency, line, code);
        return new StatementPart.Began(AccountOf(_account) ?? throw new BrokenStatementException(StatementFaultReason.Missing, line, "ACCTID"), currency, Id: null, Opening: null);
    }

    /// <summary>The movement that was being read; none where none was. Its end may be left out.</summary>
    public StatementPart.Moved? End(int line)
    {
        if (_movement is not { } said)
        {
            return null;
        }

        (_movement, _into) = (null, _head);
        if (said.TryGetValue("CURSYM", out var symbol) && symbol.Value != _currency!.Code)
        {
            throw new BrokenStatementException(StatementFaultReason.NotACurrency, symbol.Line, symbol.Value);
        }

        return new StatementPart.Moved(new BankLine
        {
            BookedOn = OfxValues.Day(said.TryGetValue("DTPOSTED", out var posted) ? posted : throw new BrokenStatementException(StatementFaultReason.Missing, line, "DTPOSTED")),
            ValueOn = said.TryGetValue("DTAVAIL", out var value) ? OfxValues.Day(value) : null,
            Amount = OfxValues.Amount(said.TryGetValue("TRNAMT", out var amount) ? amount : throw new BrokenStatementException(StatementFaultReason.Missing, line, "TRNAMT"), _currency!),
            Text = BankText.OneLine(Value(said, "NAME"), Value(said, "MEMO")),
            BankId = BankText.OrNull(Value(said, "FITID")),
            EndToEndId = BankText.EndToEndId(Value(said, "REFNUM")),
            CounterpartyAccount = AccountOf(said),
        });
    }

    public StatementPart.Ended Ended() =>
        new(_balance.TryGetValue("BALAMT", out var amount) && _balance.TryGetValue("DTASOF", out var day) ? new BankBalance(OfxValues.Amount(amount, _currency!), OfxValues.Day(day)) : null);

    private static string? AccountOf(Dictionary<string, OfxElement> said) =>
        (Value(said, "BANKID"), Value(said, "BRANCHID"), BankText.Account(Value(said, "ACCTID"))) is ({ Length: 5 } bank, { Length: 5 } branch, { Length: 11 } number)
            ? FrenchAccount.Iban(bank, branch, number)
            : BankText.Account(Value(said, "ACCTID"));

    private static string? Value(Dictionary<string, OfxElement> said, string name) => said.GetValueOrDefault(name).Value;
}
