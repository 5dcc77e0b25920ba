using Market.Ledger.Cheques;

namespace Market.Payments.Banking.Cheques;

/// <summary>What became of what somebody asked about cheques. It is one of the nested kinds, and no other.</summary>
public abstract record ChequeAnswer
{
    private ChequeAnswer()
    {
    }

    /// <summary>It is done and committed.</summary>
    /// <param name="Slip">The slip it is about; none where it is about none.</param>
    public sealed record Done(DepositSlip? Slip = null) : ChequeAnswer;

    /// <summary>It was done before; nothing was done now.</summary>
    /// <param name="Slip">The slip it is about; none where it is about none.</param>
    public sealed record AlreadyDone(DepositSlip? Slip = null) : ChequeAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Sentence">Why, for the person who asked.</param>
    public sealed record Refused(string Sentence) : ChequeAnswer;

    /// <summary>There is no such cheque or slip.</summary>
    public sealed record Unknown : ChequeAnswer;
}
