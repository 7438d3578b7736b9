global using Mentoring.Matching.Engine;
global using Shouldly;
global using Xunit;
