using Market.Ledger.Cheques;
using Market.Ledger.Postings;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Cheques;

/// <summary>Says what a cheque or a slip is, and why something is not done with it.</summary>
public sealed class ChequeWords(IRefusalSentences sentences, IStringLocalizer<ChequeWords> S)
{
    /// <summary>What a cheque is called: its number and bank, as far as they are noted.</summary>
    public string Name(Cheque cheque)
    {
        ArgumentNullException.ThrowIfNull(cheque);
        return Name(cheque.Number, cheque.Bank);
    }

    /// <summary>What a cheque is called: its number and bank, as far as they are noted.</summary>
    public string Name(string number, string bank)
    {
        var name = string.IsNullOrEmpty(number) ? S["without number"] : number;
        return string.IsNullOrEmpty(bank) ? name : $"{name}, {bank}";
    }

    /// <summary>Where it stands, in a word or two.</summary>
    public string State(Cheque cheque)
    {
        ArgumentNullException.ThrowIfNull(cheque);
        return cheque.State switch
        {
            ChequeState.Ahead => S["in advance"],
            ChequeState.InHand => S["in hand"],
            ChequeState.OnSlip when cheque.IsReversed => S["on slip {0}, reversed", cheque.Slip!],
            ChequeState.OnSlip => S["on slip {0}", cheque.Slip!],
            ChequeState.Banked => S["banked, slip {0}", cheque.Slip!],
            ChequeState.Bounced => S["unpaid"],
            ChequeState.Reversed => S["reversed"],
            ChequeState.GivenBack => S["given back"],
            _ => S["banked without a slip"],
        };
    }

    /// <summary>Why a cheque goes on no slip and is not given back: it is not in hand.</summary>
    public string NotInHand(Cheque cheque)
    {
        ArgumentNullException.ThrowIfNull(cheque);
        var name = Name(cheque);
        return cheque.State switch
        {
            ChequeState.OnSlip => S["Cheque {0} is on slip {1}. Take it off that one first.", name, cheque.Slip!],
            ChequeState.Banked => S["Cheque {0} went to the bank with slip {1}.", name, cheque.Slip!],
            ChequeState.Bounced => S["The bank gave cheque {0} back unpaid.", name],
            ChequeState.Reversed => S["The payment of cheque {0} is reversed.", name],
            ChequeState.GivenBack => S["Cheque {0} was given back.", name],
            _ => S["Cheque {0} was banked without a slip.", name],
        };
    }

    /// <summary>Why a cheque did not bounce: the bank does not have it.</summary>
    public string NotBanked(Cheque cheque)
    {
        ArgumentNullException.ThrowIfNull(cheque);
        return cheque.State is ChequeState.Ahead or ChequeState.InHand or ChequeState.OnSlip
            ? S["Cheque {0} has not been to the bank. Give it back, or reverse its payment.", Name(cheque)]
            : NotInHand(cheque);
    }

    /// <summary>Why a slip does not go to the bank.</summary>
    public string For(SlipFault fault, DepositSlip slip, DateOnly? lockDay)
    {
        ArgumentNullException.ThrowIfNull(slip);
        return fault switch
        {
            SlipFault.IsBanked => S["Slip {0} went to the bank on {1}.", slip.Number, slip.BankedOn!.Value.InWords()],
            SlipFault.IsEmpty => S["Slip {0} has no cheque left.", slip.Number],
            SlipFault.HoldsReversed => S["Slip {0} holds a cheque whose payment is reversed. Take it off first.", slip.Number],
            SlipFault.BeforeItsCheques => S["Slip {0} holds a cheque that was received later than that.", slip.Number],
            _ => Locked(lockDay!.Value),
        };
    }

    /// <summary>Why nothing is booked on a day: the market has locked it.</summary>
    public string Locked(DateOnly lockDay) => sentences.For(new Refusal(RefusalReason.DayClosed) { FirstOpenDay = lockDay.AddDays(1) });
}
