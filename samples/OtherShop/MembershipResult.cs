using OtherShop.Models;

namespace OtherShop;

/// <summary>What became of something asked for. A refusal is a sentence for the person, not an exception.</summary>
public abstract record MembershipResult
{
    /// <summary>It is done, now or by the same form before.</summary>
    public sealed record Done(Membership Membership) : MembershipResult;

    /// <summary>Nothing of it is kept.</summary>
    public sealed record Refused(string Sentence) : MembershipResult;
}
