using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Payments;

/// <summary>Says to a person why nothing was posted.</summary>
public interface IRefusalSentences
{
    /// <summary>One or two sentences in the language of the request.</summary>
    string For(Refusal refusal);

    /// <summary>One sentence about a typed amount, in the language of the request.</summary>
    string For(AmountFault fault, Currency currency);
}
