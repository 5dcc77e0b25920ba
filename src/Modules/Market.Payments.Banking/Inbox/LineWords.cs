using Market.Bank.Matching;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Inbox;

/// <summary>Says in words what a line is, and why it is taken for what is proposed.</summary>
public sealed class LineWords(IStringLocalizer<LineWords> S)
{
    public string Name(LineRow line, Currency currency) => S["Line of {0} of {1}", new Money(line.Amount, currency).ForPeople(), line.Day.InWords()];

    public string For(MatchReason reason) => reason switch
    {
        MatchReason.Reference => S["bears the account's reference"],
        MatchReason.Recorded => S["recorded by hand already: it is noted, and nothing is posted again"],
        MatchReason.SeveralReferences => S["bears the references of several accounts, and what they owe comes to it"],
        MatchReason.AnnouncedAndName => S["announced by somebody of that name"],
        MatchReason.Announced => S["one client alone announced this amount"],
        MatchReason.KnownPayer => S["from a bank account that paid for this client before"],
        MatchReason.Number => S["bears the account's number"],
        MatchReason.AmountAndName => S["somebody of that name owes exactly this"],
        MatchReason.Name => S["bears this client's name, who owes another amount"],
        MatchReason.NearReference => S["bears a reference with a mistake in it: perhaps this client's"],
        MatchReason.Ambiguous => S["several clients come into question"],
        MatchReason.ClosedAccount => S["the account it names is closed"],
        MatchReason.Batch => S["several payments in one, whose details are not in the file"],
        MatchReason.Slip => S["a slip of cheques"],
        MatchReason.Payout => S["a payout of cards"],
        MatchReason.Return => S["a transfer that came back"],
        MatchReason.UnpaidCheque => S["an unpaid cheque: note it on the cheque"],
        MatchReason.BankFee => S["the bank's charges"],
        MatchReason.MoneyOut => S["money out"],
        _ => S["nobody is named"],
    };

    public string For(LineState state) => state switch
    {
        LineState.Posted => S["posted to accounts"],
        LineState.Matched => S["matched"],
        LineState.TookBack => S["took a transfer back"],
        LineState.CameBack => S["came back"],
        LineState.Ignored => S["ignored"],
        LineState.Known => S["known"],
        LineState.Doubtful => S["doubtful"],
        _ => S["waits"],
    };
}
