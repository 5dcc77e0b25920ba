
namespace Market.Samples.Play;

/// <summary>How a member pays.</summary>
internal enum Habit
{
    /// <summary>At the stall, when they collect.</summary>
    AtTheStall,

    /// <summary>By transfer, once a month.</summary>
    Monthly,

    /// <summary>In advance, by card on the site.</summary>
    InAdvance,

    /// <summary>When they think of it.</summary>
    NowAndThen,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>A member of the market.</summary>
/// <param name="AccountId">The client account.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">A name that is nobody's.</param>
/// <param name="Habit">How they pay.</param>
/// <param name="Method">What they pay with at the stall.</param>
/// <param name="Basket">What a usual order costs, in cents.</param>
internal sealed record Member(string AccountId, string Number, string Name, Habit Habit, string Method, int Basket);
