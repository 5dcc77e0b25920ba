namespace Market.Payments;

/// <summary>Something that somebody changed about the market's money, for the audit trail. It names no member and holds no secret.</summary>
/// <param name="Category">The audit trail's category, which the module that records it defines.</param>
/// <param name="Name">The event's name in that category.</param>
/// <param name="SubjectId">The id of what was changed.</param>
/// <param name="Subject">What was changed, for people.</param>
/// <param name="Change">What it was and what it became.</param>
/// <param name="UserId">Who changed it; none where the site did.</param>
public sealed record MarketChange(string Category, string Name, string SubjectId, string Subject, string Change, string? UserId);
