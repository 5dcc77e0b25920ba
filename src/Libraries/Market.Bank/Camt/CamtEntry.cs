using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>An entry as it stands in the file. Its details are read one by one, and what stands behind them is known only then.</summary>
internal sealed class CamtEntry(CamtXml xml)
{
    private readonly Dictionary<string, CamtNode> _said = new(StringComparer.Ordinal);
    private readonly int _line = xml.Line;
    private long _announced;

    /// <summary>Where it stands.</summary>
    public (int Line, int Column) Place { get; } = xml.Place;

    /// <summary>The currency of its amount, where it says one.</summary>
    public string? CurrencyCode => Said("Amt")?.Currency;

    /// <summary>Announced or informative entries move nothing yet.</summary>
    public bool IsBooked => (Said("Sts")?.Child("Cd") ?? Said("Sts"))?.Text is null or "BOOK";

    /// <summary>How many movements the bank says it stands for; one where it says nothing.</summary>
    public int Announced => (int)Math.Clamp(_announced, 1, int.MaxValue);

    /// <summary>What the bank adds to it, which stands behind the details.</summary>
    public string? Label => Said("AddtlNtryInf")?.Text;

    /// <summary>Reads on to the end, and says the details of what is booked.</summary>
    public IEnumerable<CamtNode> Details()
    {
        foreach (var name in xml.Children())
        {
            if (name is "NtryDtls")
            {
                foreach (var detail in xml.Children())
                {
                    if (detail is "TxDtls" && IsBooked)
                    {
                        yield return xml.Whole();
                    }
                    else if (detail is "Btch" && int.TryParse(xml.Whole().Child("NbOfTxs")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                    {
                        _announced += count;
                    }
                }
            }
            else if (name is "Amt" or "CdtDbtInd" or "RvslInd" or "Sts" or "BookgDt" or "ValDt" or "AcctSvcrRef" or "AddtlNtryInf")
            {
                _said.TryAdd(name, xml.Whole());
            }
        }
    }

    /// <summary>What it moves as one.</summary>
    public BankLine Total(Currency currency, string? label) => new()
    {
        BookedOn = Said("BookgDt").Day() ?? Said("ValDt").Day() ?? throw new BrokenStatementException(StatementFaultReason.Missing, _line, "BookgDt"),
        ValueOn = Said("ValDt").Day(),
        Amount = Said("Amt").Signed(Said("CdtDbtInd"), currency) ?? throw new BrokenStatementException(StatementFaultReason.NotAnAmount, _line, $"{CurrencyCode} {Said("Amt")?.Text}"),
        Text = BankText.OneLine(label),
        BankId = BankText.OrNull(Said("AcctSvcrRef")?.Text),
        IsReturn = Said("RvslInd").IsTrue(),
    };

    /// <summary>The amount of a detail in the account's currency; none where it is not said.</summary>
    public Money? AmountOf(CamtNode detail, Currency currency)
    {
        var indicator = detail.Child("CdtDbtInd") ?? Said("CdtDbtInd");
        return detail.Child("Amt").Signed(indicator, currency)
            ?? detail.At("AmtDtls", "TxAmt", "Amt").Signed(indicator, currency)
            ?? detail.At("AmtDtls", "CntrValAmt", "Amt").Signed(indicator, currency);
    }

    private CamtNode? Said(string name) => _said.GetValueOrDefault(name);
}
