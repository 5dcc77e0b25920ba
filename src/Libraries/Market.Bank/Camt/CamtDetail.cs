using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>What a detail says of a movement.</summary>
internal static class CamtDetail
{
    public static BankLine Of(BankLine total, CamtNode detail, Money amount)
    {
        var parties = detail.Child("RltdPties");
        var returned = detail.Child("RtrInf");
        var isReturn = total.IsReturn || returned is not null;
        var structured = detail.Child("RmtInf")?.Children("Strd").ToList() ?? [];
        var references = structured.SelectMany(strd => strd.Children("CdtrRefInf")).Select(info => BankText.OrNull(info.Child("Ref")?.Text)).OfType<string>().ToList();
        var said = BankText.OneLine(
        [
            .. detail.Child("RmtInf")?.Children("Ustrd").Select(text => text.Text) ?? [],
            .. references.Skip(1),
            .. structured.SelectMany(strd => strd.Children("RfrdDocInf")).Select(document => document.Child("Nb")?.Text),
            .. structured.SelectMany(strd => strd.Children("AddtlRmtInf")).Select(text => text.Text),
        ]);

        // What comes back is named as it went: the payer is then the one it was sent to.
        var (other, back) = amount.IsNegative ? ("Cdtr", "Dbtr") : ("Dbtr", "Cdtr");
        return total with
        {
            Amount = amount,
            Text = said.Length > 0 ? said : BankText.OneLine(detail.Child("AddtlTxInf")?.Text, total.Text),
            Reference = references.FirstOrDefault(),
            EndToEndId = BankText.EndToEndId(detail.At("Refs", "EndToEndId")?.Text),
            Counterparty = NameOf(parties?.Child(other)) ?? (isReturn ? NameOf(parties?.Child(back)) : null),
            CounterpartyAccount = parties?.Child(other + "Acct").Account() ?? (isReturn ? parties?.Child(back + "Acct").Account() : null),
            BankId = BankText.OrNull(detail.At("Refs", "AcctSvcrRef")?.Text) ?? total.BankId,
            IsReturn = isReturn,
            ReturnReason = BankText.OrNull((returned?.At("Rsn", "Cd") ?? returned?.At("Rsn", "Prtry"))?.Text),
        };
    }

    private static string? NameOf(CamtNode? party) => BankText.OrNull((party?.At("Pty", "Nm") ?? party?.Child("Nm"))?.Text);
}
