namespace Market.Payments.Words;

/// <summary>A word for one and for many, and its gender where its language has them.</summary>
public sealed record Noun(string One, string Many, bool Feminine = false);
