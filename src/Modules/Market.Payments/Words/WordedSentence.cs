namespace Market.Payments.Words;

/// <summary>A sentence in the product's words and in the market's.</summary>
public sealed record WordedSentence(string Language, string Plain, string Worded);
