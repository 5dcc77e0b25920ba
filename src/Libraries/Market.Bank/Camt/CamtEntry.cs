using System.Globalization;
using System.Xml.Linq;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>The movements of one entry: one, or those of a batch whose details tie to it.</summary>
internal static class CamtEntry
{
    public static IEnumerable<BankLine> Read(XElement entry, Currency currency, int line)
    {
        // Announced or informative entries move nothing yet.
        if ((entry.At("Sts", "Cd") ?? entry.Child("Sts"))?.Value.Trim() is { } status && status != "BOOK")
        {
            yield break;
        }

        var total = entry.Child("Amt").Signed(entry.Child("CdtDbtInd"), currency, line)
            ?? throw new BrokenStatementException(new StatementFault(StatementFaultReason.NotAnAmount, line, entry.Child("Amt")?.ToString(SaveOptions.DisableFormatting)));
        var head = new BankLine
        {
            BookedOn = entry.Child("BookgDt").Day(line) ?? entry.Child("ValDt").Day(line) ?? throw new BrokenStatementException(new StatementFault(StatementFaultReason.Missing, line, "BookgDt")),
            ValueOn = entry.Child("ValDt").Day(line),
            Amount = total,
            Text = BankText.OneLine(entry.Child("AddtlNtryInf")?.Value),
            BankId = BankText.OrNull(entry.Child("AcctSvcrRef")?.Value),
            IsReturn = entry.Child("RvslInd")?.Value.Trim() is "true" or "1",
        };
        var details = entry.Children("NtryDtls").SelectMany(group => group.Children("TxDtls")).ToList();
        switch (details.Count)
        {
            case 0:
                yield return head with { Movements = BatchOf(entry) };
                break;
            case 1:
                yield return Detail(head, details[0], total);
                break;
            default:
                var amounts = details.Select(detail => AmountOf(detail, entry, currency, line)).ToList();
                if (amounts.All(amount => amount is not null) && amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount!.Value) == total)
                {
                    foreach (var (detail, amount) in details.Zip(amounts))
                    {
                        yield return Detail(head, detail, amount!.Value);
                    }
                }
                else
                {
                    // Nothing is guessed: what does not tie is one movement.
                    yield return head with { Movements = details.Count };
                }

                break;
        }
    }

    private static int BatchOf(XElement entry) =>
        int.TryParse(entry.At("NtryDtls", "Btch", "NbOfTxs")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 1;

    private static Money? AmountOf(XElement detail, XElement entry, Currency currency, int line) =>
        (detail.Child("Amt") ?? detail.At("AmtDtls", "TxAmt", "Amt")).Signed(detail.Child("CdtDbtInd") ?? entry.Child("CdtDbtInd"), currency, line);

    private static BankLine Detail(BankLine head, XElement detail, Money amount)
    {
        var (party, account) = amount.IsNegative ? ("Cdtr", "CdtrAcct") : ("Dbtr", "DbtrAcct");
        var parties = detail.Child("RltdPties");
        var remittance = detail.Child("RmtInf");
        var returned = detail.Child("RtrInf");

        // What comes back is named as it went: the payer is then the one it was sent to.
        var other = parties?.Child(party) ?? (returned is null ? null : parties?.Child(amount.IsNegative ? "Dbtr" : "Cdtr"));
        return head with
        {
            Amount = amount,
            Text = BankText.OneLine([.. remittance?.Children("Ustrd").Select(text => text.Value) ?? [], .. remittance is null ? new[] { detail.Child("AddtlTxInf")?.Value, head.Text } : []]),
            Reference = BankText.OrNull(remittance?.Children("Strd").Select(strd => strd.At("CdtrRefInf", "Ref")?.Value).OfType<string>().FirstOrDefault()),
            EndToEndId = BankText.OrNull(detail.At("Refs", "EndToEndId")?.Value) is { } id && id != "NOTPROVIDED" ? id : null,
            Counterparty = BankText.OrNull((other?.At("Pty", "Nm") ?? other?.Child("Nm"))?.Value),
            CounterpartyAccount = CamtHead.AccountOf(parties?.Child(account)),
            BankId = BankText.OrNull(detail.At("Refs", "AcctSvcrRef")?.Value) ?? head.BankId,
            IsReturn = head.IsReturn || returned is not null,
            ReturnReason = BankText.OrNull((returned?.At("Rsn", "Cd") ?? returned?.At("Rsn", "Prtry"))?.Value),
        };
    }
}
